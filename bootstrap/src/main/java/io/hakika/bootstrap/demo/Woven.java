package io.hakika.bootstrap.demo;

import static java.util.Comparator.comparing;

import io.hakika.bootstrap.demo.Followed.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/** The stories of several payments, told as one. */
final class Woven {

  private Woven() {}

  /**
   * All lines by their time, but those of one story in the order in which they were recorded:
   * callbacks that come at once may be recorded in another order than that of their arrival.
   */
  static List<Line> of(List<List<Line>> stories) {
    var open = new PriorityQueue<Queue<Line>>(comparing(story -> story.element().at()));
    stories.stream().filter(story -> !story.isEmpty()).map(ArrayDeque::new).forEach(open::add);
    var told = new ArrayList<Line>();
    while (!open.isEmpty()) {
      var story = open.remove();
      told.add(story.remove());
      if (!story.isEmpty()) {
        open.add(story);
      }
    }
    return told;
  }
}
