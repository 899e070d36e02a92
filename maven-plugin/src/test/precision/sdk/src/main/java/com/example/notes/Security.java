package com.example.notes;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;

class Security {
  void rules(HttpSecurity http, InterceptorRegistry registry) throws Exception {
    http.authorizeHttpRequests(
        requests ->
            requests
                .requestMatchers("/sse").permitAll() ⟦use⟧
                .requestMatchers("/mcp/message").authenticated() ⟦use⟧
                .requestMatchers("/prices/sse").permitAll() ⟦not⟧
                .requestMatchers("/actuator/**").permitAll()); ⟦not⟧
    http.csrf(csrf -> csrf.ignoringRequestMatchers("/mcp/message")); ⟦use⟧
    registry.addInterceptor(null).addPathPatterns("/sse", "/mcp/message"); ⟦use⟧
    registry.addInterceptor(null).excludePathPatterns("/assets/**"); ⟦not⟧
    registry.addInterceptor(null).addPathPatterns("/api/sse/**"); ⟦not⟧
    // registry.addInterceptor(null).addPathPatterns("/sse"); ⟦not⟧
  }
}
