package io.github.mcpmigrate.maven.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a Maven project of many files: {@code java -cp ... GeneratedTree FOLDER FILES EVERY}. One
 * file in EVERY has one of the shapes in which legacy code is met, in turn; the others are ordinary
 * sources of about 100 lines. It compiles, so that OpenRewrite can be run on it, too.
 */
final class GeneratedTree {

  /**
   * The shapes, by the letters of the catalogue, and where a file of each is: in sources, in
   * resources, or the build file of a folder of its own, which the whole does not build.
   */
  private static final List<String> SHAPES =
      List.of(
          "A.yml",
          "B.xml",
          "C.java",
          "C2.java",
          "D.java",
          "E.java",
          "F.java",
          "G.java",
          "H.java",
          "I.java",
          "J.java",
          "K.properties",
          "L.java");

  private static final String PLAIN =
      """
      package @PACKAGE@;

      /** Generated. */
      public class @NAME@ {
      @ORDINARY@}
      """;

  private GeneratedTree() {}

  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
  }

  /**
   * @param files how many, with the project's own build file
   * @param every one file in so many has a shape; 1 for all of them
   * @return the files that have a shape, each after its shape's letter and a space
   */
  static List<String> write(Path root, int files, int every) throws IOException {
    Files.createDirectories(root);
    Files.writeString(root.resolve("pom.xml"), POM);
    List<String> shaped = new ArrayList<>();
    for (int i = 0; i < files - 1; i++) {
      if (i % every == 0) {
        String shape = SHAPES.get(i / every % SHAPES.size());
        String file = fileOf(shape, i);
        write(root.resolve(file), text(shape), i);
        shaped.add(shape.substring(0, shape.indexOf('.')) + " " + file);
      } else {
        write(root.resolve(fileOf(".java", i)), PLAIN, i);
      }
    }
    return shaped;
  }

  private static String fileOf(String shape, int i) {
    String home = "p" + i / 100;
    return switch (shape.substring(shape.indexOf('.') + 1)) {
      case "java" -> "src/main/java/generated/%s/Type%d.java".formatted(home, i);
      case "xml" -> "others/%s/type%d/pom.xml".formatted(home, i);
      case "yml" -> "src/main/resources/%s/application-type%d.yml".formatted(home, i);
      default -> "src/main/resources/%s/application-type%d.properties".formatted(home, i);
    };
  }

  private static String text(String shape) throws IOException {
    try (InputStream in = GeneratedTree.class.getResourceAsStream("/shapes/" + shape)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void write(Path file, String text, int i) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        text.replace("@PACKAGE@", "generated.p" + i / 100)
            .replace("@NAME@", "Type" + i)
            .replace("@ORDINARY@", ordinary(i)));
  }

  private static String ordinary(int seed) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      body.append(
          """

            /** Sums what is given, and asserts nothing about it. */
            public long sum%d(java.util.List<Integer> values, long start) {
              long total = start + %d;
              for (int value : values) {
                if (value %% 2 == 0) {
                  total += value * 31L;
                }
              }
              return total;
            }
          """
              .formatted(i, seed));
    }
    return body.toString();
  }

  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>generated</groupId>
        <artifactId>generated</artifactId>
        <version>1</version>
        <properties>
          <maven.compiler.source>17</maven.compiler.source>
          <maven.compiler.target>17</maven.compiler.target>
          <maven.compiler.parameters>true</maven.compiler.parameters>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        </properties>
        <dependencies>
          <dependency>
            <groupId>io.modelcontextprotocol.sdk</groupId>
            <artifactId>mcp-spring-webmvc</artifactId>
            <version>0.10.0</version>
          </dependency>
          <dependency>
            <groupId>org.springframework.boot</groupId>
            <artifactId>spring-boot-starter-web</artifactId>
            <version>3.4.12</version>
          </dependency>
          <dependency>
            <groupId>dev.langchain4j</groupId>
            <artifactId>langchain4j-mcp</artifactId>
            <version>1.1.0-beta7</version>
          </dependency>
        </dependencies>
      </project>
      """;
}
