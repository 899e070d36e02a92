package com.example.notes;

import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What agents may do with the notes. */
@Singleton
public class Notes {

  private final List<String> notes = new CopyOnWriteArrayList<>();

  @Tool(name = "add_note", description = "Keeps a note")
  String add(@ToolArg(description = "What to remember") String text) {
    notes.add(text);
    return "Kept as note " + notes.size();
  }
}
