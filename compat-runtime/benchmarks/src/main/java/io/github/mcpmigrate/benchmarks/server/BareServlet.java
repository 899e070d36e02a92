package io.github.mcpmigrate.benchmarks.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The limit: reads the body as JSON and writes the answer as JSON, in the container's thread, and
 * knows no session, no schema and no error. Its GET leaves an event stream open, which is the least
 * that a container holds for one; what is POSTed with the stream's number in the query is answered
 * there, and accepted here.
 */
final class BareServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final transient ObjectMapper mapper = new ObjectMapper();
  private final transient BareStreams streams = new BareStreams();

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JsonNode message = mapper.readTree(request.getInputStream());
    if (message.get("id") == null) {
      response.setStatus(202);
      return;
    }
    byte[] answer = answer(message);
    ServletOutputStream stream = streams.stream(request);
    if (stream != null) {
      streams.write(stream, answer);
      response.setStatus(202);
      return;
    }
    response.setContentType("application/json");
    response.setHeader("Mcp-Session-Id", "none");
    response.setContentLength(answer.length);
    response.getOutputStream().write(answer);
  }

  private byte[] answer(JsonNode message) throws IOException {
    ObjectNode answer = mapper.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", message.get("id"));
    ObjectNode content = answer.putObject("result").putArray("content").addObject();
    content.put("type", "text");
    content.put("text", "Echo: " + message.at("/params/arguments/message").asText());
    return mapper.writeValueAsBytes(answer);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    streams.open(request, response);
  }
}
