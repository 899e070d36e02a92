package com.example.kitchen;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** Helps MCP clients to cook: java -jar kitchen-server.jar --server.port=8080. */
@SpringBootApplication
public class KitchenApplication {

    public static void main(String[] args) {
        SpringApplication.run(KitchenApplication.class, args);
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        System.out.println("listening on http://127.0.0.1:" + event.getWebServer().getPort());
    }
}
