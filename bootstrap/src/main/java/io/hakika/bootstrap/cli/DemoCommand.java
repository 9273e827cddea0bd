package io.hakika.bootstrap.cli;

import io.hakika.bootstrap.demo.Demo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the whole service at work. */
@Command(
    name = "demo",
    description =
        "Show everything at work, with no account and no configuration: real checkouts against a"
            + " simulated Daraja, through every outcome.")
final class DemoCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--once",
      description = "End after the table: 0 only if every outcome was the expected one.")
  private boolean once;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    Logs.silence();
    var demo = Demo.start(terminal.out(), terminal.colour());
    try (var stop = new OnStop(demo::close)) {
      return play(demo, stop);
    }
  }

  private int play(Demo demo, OnStop stop) throws InterruptedException {
    try {
      var good = demo.play();
      if (!once) {
        demo.invite();
        stop.await();
      }
      return good ? 0 : 1;
    } catch (RuntimeException e) {
      if (stop.begun()) {
        return 1;
      }
      throw e;
    }
  }
}
