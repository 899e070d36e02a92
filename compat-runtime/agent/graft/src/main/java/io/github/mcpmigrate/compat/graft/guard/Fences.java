package io.github.mcpmigrate.compat.graft.guard;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The filters of an application, and the security constraints of its {@code web.xml}. Nobody can
 * ask them what they would say, but a request is only let in beside none of those that stand before
 * the old paths. Constraints that are set up in another way (annotations hold for a servlet and so
 * for all its paths; a container's own API) are not seen.
 */
final class Fences {

  private Fences() {}

  /** All that are not before everything; read once, as none can come later. */
  static List<Fence> of(ServletContext context) {
    List<Fence> fences = new ArrayList<>();
    for (FilterRegistration filter : context.getFilterRegistrations().values()) {
      // By the name of a servlet it is before all paths of that servlet, or of another.
      if (!filter.getUrlPatternMappings().isEmpty()) {
        fences.add(
            new Fence(
                "filter '" + filter.getName() + "'",
                filter.getUrlPatternMappings(),
                Fence.EVERY_METHOD));
      }
    }
    try (InputStream webXml = context.getResourceAsStream("/WEB-INF/web.xml")) {
      if (webXml != null) {
        fences.addAll(constraints(webXml));
      }
    } catch (IOException e) {
      throw new IllegalStateException("web.xml cannot be read", e);
    }
    fences.removeIf(Fence::everywhere);
    return List.copyOf(fences);
  }

  static List<Fence> constraints(InputStream webXml) throws IOException {
    List<Fence> fences = new ArrayList<>();
    Document document = parse(webXml);
    for (Element constraint : children(document.getDocumentElement(), "security-constraint")) {
      for (Element resources : children(constraint, "web-resource-collection")) {
        Set<String> left = texts(resources, "http-method-omission");
        fences.add(
            new Fence(
                "a security-constraint in web.xml",
                texts(resources, "url-pattern"),
                left.isEmpty()
                    ? Fence.only(texts(resources, "http-method"))
                    : method -> !left.contains(method)));
      }
    }
    return fences;
  }

  private static Document parse(InputStream xml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      // An old web.xml names a DTD somewhere on the network.
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // The default one writes to standard error.
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(xml);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("web.xml is no XML", e);
    }
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element && name.equals(element.getLocalName())) {
        children.add(element);
      }
    }
    return children;
  }

  private static Set<String> texts(Element parent, String name) {
    Set<String> texts = new HashSet<>();
    children(parent, name).forEach(element -> texts.add(element.getTextContent().strip()));
    return texts;
  }
}
