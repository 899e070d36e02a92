#!/bin/sh
# curl -N http://localhost:8080/sse ⟦not⟧
curl -N http://localhost:8080/sse ⟦use⟧
curl -N http://localhost:8080/prices/sse ⟦not⟧
java -Dspring.ai.mcp.server.sse-endpoint=/sse -jar notes.jar ⟦use⟧
java -jar assessor.jar ⟦not⟧
