package @PACKAGE@;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Serves by Spring. */
@Configuration
public class @NAME@ {

  @Bean
  WebMvcSseServerTransportProvider transport(ObjectMapper mapper) {
    return new WebMvcSseServerTransportProvider(mapper, "/mcp/message", "/sse");
  }

  @Bean
  RouterFunction<ServerResponse> router(WebMvcSseServerTransportProvider transport) {
    return transport.getRouterFunction();
  }
@ORDINARY@}
