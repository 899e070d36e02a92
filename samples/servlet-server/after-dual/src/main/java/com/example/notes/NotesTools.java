package com.example.notes;

import java.util.List;
import java.util.Map;

import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a model can do with the notes. */
final class NotesTools {

    private static final Logger log = LoggerFactory.getLogger(NotesTools.class);

    private static final String NO_ARGUMENTS = """
            {"type": "object", "properties": {}}
            """;

    private static final String TEXT_ARGUMENT = """
            {
              "type": "object",
              "properties": {"text": {"type": "string", "description": "The text of the note"}},
              "required": ["text"]
            }
            """;

    private final NoteStore notes;

    /** Used to tell every client how far an import has come. */
    private final HttpServletDualTransportProvider transport;

    NotesTools(NoteStore notes, HttpServletDualTransportProvider transport) {
        this.notes = notes;
        this.transport = transport;
    }

    SyncToolSpecification addNote() {
        Tool tool = Tool.builder()
                .name("add_note")
                .description("Keeps a note")
                .inputSchema(McpJsonDefaults.getMapper(), TEXT_ARGUMENT)
                .build();
        return new SyncToolSpecification(tool, (exchange, arguments) -> {
            int number = notes.add(arguments.get("text").toString());
            log.info("{} notes kept", number);
            return text("Kept as note " + number);
        });
    }

    /** Handlers do not see the request's _meta, so the caller repeats its progress token as an argument. */
    SyncToolSpecification importNotes() {
        Tool tool = Tool.builder()
                .name("import_notes")
                .description("Keeps many notes and reports progress")
                .inputSchema(McpJsonDefaults.getMapper(), """
                        {
                          "type": "object",
                          "properties": {
                            "texts": {"type": "array", "items": {"type": "string"}},
                            "progressToken": {"type": "string"}
                          },
                          "required": ["texts"]
                        }
                        """)
                .build();
        return new SyncToolSpecification(tool, (exchange, arguments) -> importAll(arguments));
    }

    private CallToolResult importAll(Map<String, Object> arguments) {
        List<?> texts = (List<?>) arguments.get("texts");
        String token = (String) arguments.get("progressToken");
        int done = 0;
        for (Object text : texts) {
            notes.add(text.toString());
            done++;
            if (token != null) {
                McpSchema.ProgressNotification progress =
                        new McpSchema.ProgressNotification(token, done, (double) texts.size(), null);
                transport.notifyClients("notifications/progress", progress).block();
            }
        }
        return text("Imported " + done + " notes");
    }

    /** Has the client's own model write the summary. */
    SyncToolSpecification summarize() {
        return new SyncToolSpecification(
                Tool.builder()
                        .name("summarize")
                        .description("Summarizes all notes with the client's model")
                        .inputSchema(McpJsonDefaults.getMapper(), NO_ARGUMENTS)
                        .build(),
                (exchange, arguments) -> text(askClient(exchange, "Summarize: " + String.join("; ", notes.all()))));
    }

    private static String askClient(McpSyncServerExchange exchange, String question) {
        McpSchema.CreateMessageResult answer = exchange.createMessage(McpSchema.CreateMessageRequest.builder()
                .messages(List.of(new McpSchema.SamplingMessage(McpSchema.Role.USER, new TextContent(question))))
                .maxTokens(200)
                .build());
        return answer.content() instanceof TextContent text ? text.text() : "(the answer was not a text)";
    }

    /** Adds the tool "search" while the server is running. */
    SyncToolSpecification enableExtra(McpSyncServer server) {
        Tool tool = Tool.builder()
                .name("enable_extra")
                .description("Offers the tool search from now on")
                .inputSchema(McpJsonDefaults.getMapper(), NO_ARGUMENTS)
                .build();
        return new SyncToolSpecification(tool, (exchange, arguments) -> {
            server.addTool(search());
            return text("search is enabled");
        });
    }

    private SyncToolSpecification search() {
        Tool tool = Tool.builder()
                .name("search")
                .description("Finds the notes that contain a text")
                .inputSchema(McpJsonDefaults.getMapper(), TEXT_ARGUMENT)
                .build();
        return new SyncToolSpecification(tool, (exchange, arguments) ->
                text(String.join("\n", notes.containing(arguments.get("text").toString()))));
    }

    private static CallToolResult text(String text) {
        return new CallToolResult(List.of(new TextContent(text)), false);
    }
}
