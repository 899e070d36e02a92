package com.example.departures;

import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.method.MethodToolCallbackProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

@SpringBootApplication
public class DeparturesApplication {

    public static void main(String[] args) {
        SpringApplication.run(DeparturesApplication.class, args);
    }

    @Bean
    ToolCallbackProvider departures(Timetable timetable) {
        return MethodToolCallbackProvider.builder().toolObjects(timetable).build();
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        System.out.println("listening on http://127.0.0.1:" + event.getWebServer().getPort());
    }
}
