package com.example.notes;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;

class LogFilter implements Filter {
  boolean isStream(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/sse"); ⟦use⟧
  }

  boolean isMessage(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.equals("/mcp/message"); ⟦use⟧
  }

  boolean isOther(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/assets"); ⟦not⟧
  }

  boolean isPrices(HttpServletRequest request) {
    return request.getRequestURI().endsWith("/prices/sse"); ⟦not⟧
  }

  boolean isWord(String word) {
    return word.equals("/sse"); ⟦not⟧
  }
}
