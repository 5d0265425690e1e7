package org.winnow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/**
 * A network that carries every request and loses every answer: the connection breaks when the first
 * byte of it arrives, so that the server has done what the client will never hear of.
 */
final class LosingProxy implements AutoCloseable {
  private final ServerSocket entrance;
  private final URI server;

  private LosingProxy(ServerSocket entrance, URI server) {
    this.entrance = entrance;
    this.server = server;
  }

  static LosingProxy before(URI server) throws IOException {
    ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    LosingProxy proxy = new LosingProxy(entrance, server);
    Thread.startVirtualThread(proxy::accept);
    return proxy;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        Thread.startVirtualThread(() -> carry(client));
      } catch (IOException e) {
        // Closed; nobody comes any more.
        return;
      }
    }
  }

  private void carry(Socket client) {
    try (client;
        Socket there = new Socket(server.getHost(), server.getPort())) {
      Thread.startVirtualThread(() -> copy(client, there));
      there.getInputStream().read();
    } catch (IOException e) {
      // Broken, as it is meant to be.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException e) {
      // The other side has broken it.
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }
}
