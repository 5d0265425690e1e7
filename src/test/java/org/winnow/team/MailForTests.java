package org.winnow.team;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes mail for anybody and keeps the addresses it was for. */
final class MailForTests {
  private final ServerSocket server;
  private final List<String> recipients = new CopyOnWriteArrayList<>();

  private MailForTests(ServerSocket server) {
    this.server = server;
  }

  static MailForTests start() throws IOException {
    MailForTests mail = new MailForTests(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(mail::takeAll);
    return mail;
  }

  int port() {
    return server.getLocalPort();
  }

  List<String> recipients() {
    return recipients;
  }

  void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void takeAll() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        take(socket);
      } catch (IOException e) {
        // The other side hung up, or we stop.
        continue;
      }
    }
  }

  private void take(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    say(socket, "220 tests");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("DATA")) {
        say(socket, "354 go on");
        while (!".".equals(in.readLine())) {
          continue;
        }
      } else if (line.startsWith("RCPT TO:")) {
        recipients.add(line.replaceAll(".*<(.*)>.*", "$1"));
      } else if (line.startsWith("QUIT")) {
        say(socket, "221 bye");
        return;
      }
      say(socket, "250 ok");
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
