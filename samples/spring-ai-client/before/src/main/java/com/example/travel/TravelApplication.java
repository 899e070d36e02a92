package com.example.travel;

import io.modelcontextprotocol.client.McpSyncClient;
import java.util.List;
import org.springframework.ai.mcp.customizer.McpSyncClientCustomizer;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class TravelApplication {

    public static void main(String[] args) {
        SpringApplication.run(TravelApplication.class, args).close();
    }

    /** Says who is connected to, and whose tools change. */
    @Bean
    McpSyncClientCustomizer customizer() {
        return (name, spec) -> {
            spec.toolsChangeConsumer(tools -> System.out.println(name + " has " + tools.size() + " tools now"));
            System.out.println("connecting to " + name);
        };
    }

    @Bean
    CommandLineRunner ask(List<McpSyncClient> clients, ToolCallbackProvider tools) {
        return args -> {
            clients.forEach(client -> System.out.println("server: " + client.getServerInfo().name()));
            for (ToolCallback tool : tools.getToolCallbacks()) {
                System.out.println("answer: " + tool.call("{\"city\": \"" + args[0] + "\"}"));
            }
        };
    }
}
