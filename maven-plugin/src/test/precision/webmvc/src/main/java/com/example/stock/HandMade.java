package com.example.stock;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class HandMade {
  @GetMapping("/hand/sse")
  SseEmitter open(String sessionId) throws Exception {
    SseEmitter emitter = new SseEmitter(0L);
    emitter.send(SseEmitter.event().name("endpoint").data("/hand/messages?sessionId=" + sessionId)); ⟦use⟧
    return emitter;
  }
}
