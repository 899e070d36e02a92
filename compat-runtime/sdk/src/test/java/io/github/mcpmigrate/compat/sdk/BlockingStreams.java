package io.github.mcpmigrate.compat.sdk;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * A servlet behind what filters put around requests and responses that were written before
 * listeners were: streams that can only block, as those of logback-access's {@code TeeFilter}.
 */
final class BlockingStreams extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final HttpServlet servlet;

  BlockingStreams(HttpServlet servlet) {
    this.servlet = servlet;
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    servlet.init(config);
  }

  @Override
  public void destroy() {
    servlet.destroy();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    servlet.service(
        new HttpServletRequestWrapper(request) {
          @Override
          public ServletInputStream getInputStream() throws IOException {
            return new In(super.getInputStream());
          }
        },
        new HttpServletResponseWrapper(response) {
          @Override
          public ServletOutputStream getOutputStream() throws IOException {
            return new Out(super.getOutputStream());
          }
        });
  }

  private static final class In extends ServletInputStream {

    private final ServletInputStream in;

    In(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return false;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new RuntimeException("Not yet implemented");
    }
  }

  private static final class Out extends ServletOutputStream {

    private final ServletOutputStream out;

    Out(ServletOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public boolean isReady() {
      return false;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new RuntimeException("Not yet implemented");
    }
  }
}
