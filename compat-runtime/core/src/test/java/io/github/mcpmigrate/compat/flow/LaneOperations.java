package io.github.mcpmigrate.compat.flow;

/** What can happen to a lane at any moment. */
public interface LaneOperations {

  /** Makes the lane; the first operation. */
  void open();

  /** The server says something; returns whether the lane took it. */
  boolean append(int message);

  /** A client opens a stream. */
  void attach(int wire);

  /** The stream that is open is ended, the lane is not. */
  void detach();

  /** The client has read: there is room for one more message, and the container says so. */
  void room(int wire);

  /** The container tells that the connection is gone. */
  void cut(int wire);

  /** The connection is gone, and the next write will show it. */
  void spoil(int wire);

  /** The lane takes nothing more. */
  void end();

  /** What all clients have read, stream after stream, once one more has come and read all. */
  String received();
}
