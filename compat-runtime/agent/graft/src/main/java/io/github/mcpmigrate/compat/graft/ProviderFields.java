package io.github.mcpmigrate.compat.graft;

import io.modelcontextprotocol.spec.McpServerSession;
import java.util.Arrays;
import java.util.Map;

/**
 * What a provider is made of.
 *
 * @param provider its class's simple name, for logs
 * @param sessions its open sessions by id, to whom it sends what concerns all
 * @param mapper writes and reads JSON as the server does
 * @param context captures what the application wants to know of a request
 * @param wholePath whether an endpoint of a servlet is all that comes after its mapping, as in SDK
 *     0.8; since then it is what the path ends with
 */
record ProviderFields(
    String provider,
    Map<String, McpServerSession> sessions,
    SdkMessages mapper,
    String sseEndpoint,
    String messageEndpoint,
    TransportContext context,
    boolean wholePath) {

  @SuppressWarnings("unchecked")
  static ProviderFields of(Object[] fields) {
    return new ProviderFields(
        fields[0].getClass().getSimpleName(),
        (Map<String, McpServerSession>) fields[1],
        SdkMessages.by(fields[2]),
        (String) fields[3],
        (String) fields[4],
        TransportContext.by(fields[5]),
        // Builders came with SDK 0.9.
        Arrays.stream(fields[0].getClass().getMethods())
            .noneMatch(method -> method.getName().equals("builder")));
  }
}
