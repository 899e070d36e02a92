package io.github.mcpmigrate.compat.graft.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;

/**
 * The request that a caller would have sent by the old way: the same headers, address and session,
 * another method and path. What is noted on it does not reach the real one.
 */
final class OldRequest extends HttpServletRequestWrapper {

  private final String method;
  private final String path;
  private final Map<String, Object> noted = new HashMap<>();

  /**
   * @param path without the context path
   */
  OldRequest(HttpServletRequest request, String method, String path) {
    super(request);
    this.method = method;
    this.path = path;
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public String getRequestURI() {
    return getContextPath() + path;
  }

  @Override
  public StringBuffer getRequestURL() {
    StringBuffer url = super.getRequestURL();
    int from = url.indexOf("://") + 3;
    int slash = url.indexOf("/", from);
    url.setLength(slash < 0 ? url.length() : slash);
    return url.append(getRequestURI());
  }

  /** The same part of the path as of the real one, where the servlet is mapped to a folder. */
  @Override
  public String getServletPath() {
    return isInFolder() ? super.getServletPath() : path;
  }

  @Override
  public String getPathInfo() {
    return isInFolder() ? path.substring(super.getServletPath().length()) : null;
  }

  private boolean isInFolder() {
    return super.getPathInfo() != null && path.startsWith(super.getServletPath());
  }

  @Override
  public String getQueryString() {
    return null;
  }

  @Override
  public String getParameter(String name) {
    return null;
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Map.of();
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.emptyEnumeration();
  }

  @Override
  public String[] getParameterValues(String name) {
    return null;
  }

  /** Spring notes the path that it has read, and which handler it found for it. */
  @Override
  public Object getAttribute(String name) {
    if (noted.containsKey(name)) {
      return noted.get(name);
    }
    return name.startsWith("org.springframework.web.") ? null : super.getAttribute(name);
  }

  @Override
  public void setAttribute(String name, Object value) {
    noted.put(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    noted.put(name, null);
  }
}
