package com.example.stock;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class PriceController {
  @GetMapping(path = "/prices/sse", produces = MediaType.TEXT_EVENT_STREAM_VALUE) ⟦not⟧
  SseEmitter prices() throws Exception {
    SseEmitter emitter = new SseEmitter(); ⟦not⟧
    emitter.send(SseEmitter.event().name("price").data("1")); ⟦not⟧
    return emitter;
  }

  @GetMapping("/sse/prices") ⟦not⟧
  SseEmitter more() {
    return new SseEmitter(0L); ⟦not⟧
  }
}
