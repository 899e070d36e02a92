package com.example.stock;

import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells a console which endpoint of a fleet changed. */
class EndpointNews {
  void tell(SseEmitter emitter, String text) throws Exception {
    emitter.send(SseEmitter.event().name("endpoint").data(text)); ⟦not⟧
  }
}
