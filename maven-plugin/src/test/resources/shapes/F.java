package @PACKAGE@;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Serves by a servlet that Spring registers. */
@Configuration
public class @NAME@ {

  @Bean
  HttpServletSseServerTransportProvider provider(ObjectMapper mapper) {
    return new HttpServletSseServerTransportProvider(mapper, "/mcp/message", "/sse");
  }

  @Bean
  ServletRegistrationBean registration(HttpServletSseServerTransportProvider provider) {
    return new ServletRegistrationBean(provider, "/mcp/message", "/sse");
  }
@ORDINARY@}
