package @PACKAGE@;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Serves by hand. */
@RestController
public class @NAME@ {

  private final Map<String, SseEmitter> emitters = new ConcurrentHashMap<>();

  @GetMapping("/sse")
  public SseEmitter open() throws IOException {
    String sessionId = UUID.randomUUID().toString();
    SseEmitter emitter = new SseEmitter(0L);
    emitters.put(sessionId, emitter);
    emitter.send(SseEmitter.event().name("endpoint").data("/messages?sessionId=" + sessionId));
    return emitter;
  }

  @PostMapping("/messages")
  public void message(@RequestParam String sessionId, @RequestBody String body) throws IOException {
    emitters.get(sessionId).send(SseEmitter.event().name("message").data(body));
  }
@ORDINARY@}
