package com.example.notes;

import java.util.List;
import java.util.Map;

import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
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
    private final HttpServletSseServerTransportProvider transport;

    NotesTools(NoteStore notes, HttpServletSseServerTransportProvider transport) {
        this.notes = notes;
        this.transport = transport;
    }

    SyncToolSpecification addNote() {
        Tool tool = new Tool("add_note", "Keeps a note", TEXT_ARGUMENT);
        return new SyncToolSpecification(tool, (exchange, arguments) -> {
            int number = notes.add(arguments.get("text").toString());
            log.info("{} notes kept", number);
            return text("Kept as note " + number);
        });
    }

    /** Handlers do not see the request's _meta, so the caller repeats its progress token as an argument. */
    SyncToolSpecification importNotes() {
        Tool tool = new Tool("import_notes", "Keeps many notes and reports progress", """
                {
                  "type": "object",
                  "properties": {
                    "texts": {"type": "array", "items": {"type": "string"}},
                    "progressToken": {"type": "string"}
                  },
                  "required": ["texts"]
                }
                """);
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
                        new McpSchema.ProgressNotification(token, done, (double) texts.size());
                transport.notifyClients("notifications/progress", progress).block();
            }
        }
        return text("Imported " + done + " notes");
    }

    /** Has the client's own model write the summary. */
    SyncToolSpecification summarize() {
        return new SyncToolSpecification(
                new Tool("summarize", "Summarizes all notes with the client's model", NO_ARGUMENTS),
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
        Tool tool = new Tool("enable_extra", "Offers the tool search from now on", NO_ARGUMENTS);
        return new SyncToolSpecification(tool, (exchange, arguments) -> {
            server.addTool(search());
            return text("search is enabled");
        });
    }

    private SyncToolSpecification search() {
        Tool tool = new Tool("search", "Finds the notes that contain a text", TEXT_ARGUMENT);
        return new SyncToolSpecification(tool, (exchange, arguments) ->
                text(String.join("\n", notes.containing(arguments.get("text").toString()))));
    }

    private static CallToolResult text(String text) {
        return new CallToolResult(List.of(new TextContent(text)), false);
    }
}
