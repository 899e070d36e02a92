package io.github.mcpmigrate.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTML report as a browser shows it: its numbers, on a phone, in light and dark. */
class HtmlReportInBrowserTest {

  private static final Path PICTURES = Path.of("target/report-pictures");
  private static final int PHONE = 390;
  private static final int LIGHT_GREEN = 0x1a7f37;
  private static final int DARK_GREEN = 0x3fb950;

  /** Measures the report in a frame as wide as a phone, and leaves what it measured as JSON. */
  private static final String MEASURES =
      """
      <!doctype html>
      <iframe id="report" src="report.html" width="%d" height="800" style="border:0"></iframe>
      <pre id="measured"></pre>
      <script>
        document.getElementById('report').addEventListener('load', function () {
          var page = this.contentDocument;
          var counts = {};
          page.querySelectorAll('[data-count]').forEach(
              one => counts[one.dataset.count] = Number(one.textContent));
          var widths = {};
          page.querySelectorAll('svg rect').forEach(
              one => widths[one.className.baseVal] = one.getBoundingClientRect().width);
          document.getElementById('measured').textContent = JSON.stringify({
            counts: counts,
            widths: widths,
            chart: page.querySelector('svg').getBoundingClientRect().width,
            pageWidth: page.documentElement.scrollWidth,
            way: page.querySelector('[data-way]').dataset.way,
            articles: page.querySelectorAll('article').length,
            bold: page.querySelectorAll('article b, article script').length,
            snippets: Array.from(page.querySelectorAll('article code')).map(one => one.textContent),
            background: getComputedStyle(page.body).backgroundColor,
            loaded: this.contentWindow.performance.getEntriesByType('resource').length
          }).replace(/</g, '\\\\u003c');
        });
      </script>
      """;

  @TempDir Path folder;

  private JsonNode measure(String... options) throws Exception {
    Browser browser = Browser.installed(folder);
    Files.writeString(
        folder.resolve("report.html"), HtmlReport.of(Assessments.nasty(), Baseline.none()));
    Path page = folder.resolve("measures.html");
    Files.writeString(page, MEASURES.formatted(PHONE));
    String dom = browser.dom(page, options);
    Matcher measured =
        Pattern.compile("<pre id=\"measured\">(.+?)</pre>", Pattern.DOTALL).matcher(dom);
    assertThat(measured.find()).as(dom).isTrue();
    return new ObjectMapper()
        .readTree(measured.group(1).replace("&gt;", ">").replace("&amp;", "&"));
  }

  @Test
  void itsNumbersAreThoseOfTheAssessment() throws Exception {
    Assessment assessment = Assessments.nasty();
    JsonNode page = measure();

    assertThat(page.at("/counts/changed").asInt()).isEqualTo(assessment.count(Action.CHANGED));
    assertThat(page.at("/counts/manual").asInt()).isEqualTo(assessment.count(Action.MANUAL));
    assertThat(page.at("/counts/not-yet").asInt()).isEqualTo(assessment.count(Action.NOT_YET));
    assertThat(page.at("/counts/unknown").asInt()).isEqualTo(assessment.count(Action.UNKNOWN));
    assertThat(page.at("/articles").asInt()).isEqualTo(assessment.findings().size());
    assertThat(page.at("/way").asText()).isEqualTo("dual");
    // Half of the findings move: so does half of the chart.
    double chart = page.at("/chart").asDouble();
    assertThat(page.at("/widths/changed").asDouble() / chart).isBetween(0.49, 0.51);
    assertThat(page.at("/widths/manual").asDouble() / chart).isBetween(0.15, 0.18);
  }

  @Test
  void itFitsAPhoneAndLoadsNothingAndRunsNothing() throws Exception {
    JsonNode page = measure();

    assertThat(page.at("/pageWidth").asInt()).isLessThanOrEqualTo(PHONE);
    assertThat(page.at("/loaded").asInt()).isZero();
    assertThat(page.at("/bold").asInt()).isZero();
    assertThat(page.get("snippets"))
        .extracting(JsonNode::asText)
        .contains("new X(" + Assessments.NASTY, "location /sse {");
  }

  @Test
  void itIsLightOrDarkAsTheReaderWants() throws Exception {
    Browser browser = Browser.installed(folder);
    Files.createDirectories(PICTURES);
    Path page = folder.resolve("report.html");
    Files.writeString(page, HtmlReport.of(Assessments.nasty(), Baseline.none()));
    Path light = PICTURES.resolve("light.png");
    Path dark = PICTURES.resolve("dark-phone.png");
    browser.picture(page, light, 1000, 900, "--blink-settings=preferredColorScheme=1");
    browser.picture(page, dark, 500, 900, "--blink-settings=preferredColorScheme=0");

    assertThat(pixels(light, 0xffffff)).isGreaterThan(0.3);
    assertThat(pixels(light, LIGHT_GREEN)).isGreaterThan(0.005);
    assertThat(pixels(dark, 0x0d1117)).isGreaterThan(0.2);
    assertThat(pixels(dark, DARK_GREEN)).isGreaterThan(0.005);
  }

  /** The part of a picture that has a colour. */
  private static double pixels(Path png, int colour) throws Exception {
    BufferedImage picture = ImageIO.read(png.toFile());
    long found = 0;
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        found += (picture.getRGB(x, y) & 0xffffff) == colour ? 1 : 0;
      }
    }
    return (double) found / picture.getWidth() / picture.getHeight();
  }
}
