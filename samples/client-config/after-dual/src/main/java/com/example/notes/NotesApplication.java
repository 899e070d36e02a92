package com.example.notes;

import java.util.List;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class NotesApplication {

    public static void main(String[] args) {
        SpringApplication.run(NotesApplication.class, args);
    }

    @Bean
    List<ToolCallback> tools() {
        return List.of(ToolCallbacks.from(new Notes()));
    }

    static class Notes {

        @Tool(description = "Finds the notes with a word in them")
        List<String> find(String word) {
            return List.of("Buy milk", "Call Ada").stream().filter(note -> note.contains(word)).toList();
        }
    }
}
