package io.github.mcpmigrate.samples.everything.feature;

import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.NO_ARGUMENTS;
import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.argument;
import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.blocking;
import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.schema;
import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.text;

import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import java.util.List;

/** The tools of the conformance suite that ask the client in mid-call. */
final class ConformanceClientTools {

  private static final String USER =
      """
      {
        "type": "object",
        "properties": {
          "username": {"type": "string", "description": "User's response"},
          "email": {"type": "string", "description": "User's email address"}
        },
        "required": ["username", "email"]
      }""";

  private static final String DEFAULTS =
      """
      {
        "type": "object",
        "properties": {
          "name": {"type": "string", "default": "John Doe"},
          "age": {"type": "integer", "default": 30},
          "score": {"type": "number", "default": 95.5},
          "status": {
            "type": "string", "enum": ["active", "inactive", "pending"], "default": "active"
          },
          "verified": {"type": "boolean", "default": true}
        },
        "required": ["name", "age", "score", "status", "verified"]
      }""";

  private static final String ENUMS =
      """
      {
        "type": "object",
        "properties": {
          "untitledSingle": {"type": "string", "enum": ["option1", "option2", "option3"]},
          "titledSingle": {
            "type": "string",
            "oneOf": [
              {"const": "value1", "title": "First Option"},
              {"const": "value2", "title": "Second Option"},
              {"const": "value3", "title": "Third Option"}
            ]
          },
          "legacyEnum": {
            "type": "string",
            "enum": ["opt1", "opt2", "opt3"],
            "enumNames": ["Option One", "Option Two", "Option Three"]
          },
          "untitledMulti": {
            "type": "array",
            "items": {"type": "string", "enum": ["option1", "option2", "option3"]}
          },
          "titledMulti": {
            "type": "array",
            "items": {
              "anyOf": [
                {"const": "value1", "title": "First Choice"},
                {"const": "value2", "title": "Second Choice"},
                {"const": "value3", "title": "Third Choice"}
              ]
            }
          }
        },
        "required": []
      }""";

  private ConformanceClientTools() {}

  static List<AsyncToolSpecification> all() {
    return List.of(
        blocking(
            "test_sampling",
            "Asks the client for a completion",
            schema("prompt:string"),
            (client, request) ->
                text(
                    "LLM response: " + ClientRequests.sample(client, argument(request, "prompt")))),
        blocking(
            "test_elicitation",
            "Asks the user for two values",
            schema("message:string"),
            (client, request) ->
                elicit(client, "User response: ", argument(request, "message"), USER)),
        blocking(
            "test_elicitation_sep1034_defaults",
            "Asks the user with a default for each primitive type",
            NO_ARGUMENTS,
            (client, request) ->
                elicit(
                    client,
                    "Elicitation completed: ",
                    "Please review and update the form fields with defaults",
                    DEFAULTS)),
        blocking(
            "test_elicitation_sep1330_enums",
            "Asks the user with each kind of enumeration",
            NO_ARGUMENTS,
            (client, request) ->
                elicit(
                    client,
                    "Elicitation completed: ",
                    "Please select options from the enums",
                    ENUMS)));
  }

  private static CallToolResult elicit(
      McpSyncServerExchange client, String prefix, String message, String schema) {
    ElicitResult result = ClientRequests.elicit(client, message, schema);
    return text(
        prefix
            + "action="
            + ClientRequests.action(result)
            + ", content="
            + Json.write(result.content()));
  }
}
