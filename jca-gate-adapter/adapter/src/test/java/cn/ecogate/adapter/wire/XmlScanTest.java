package cn.ecogate.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlScanTest {

  private static final int STORIES = 2_000;

  private static final String[] PIECES = {
    "<a>", "</a>", "<b c='1'>", "</b>", "<d/>", "<e:f g=\"x>y\">", "</e:f>", "文字", " x ", "&lt;",
        "&amp;",
    "&#20113;", "&#x4e91;", "<![CDATA[<&]]>", "<!-- c -->", "<?p i?>", "&", "<", ">", "]", "\n",
        "</ a>"
  };

  static Stream<String> documents() {
    return Stream.of("anpr", "plate-list", "hikvision-gate")
        .flatMap(folder -> Frames.of(folder, ".xml").map(name -> folder + "/" + name))
        .filter(path -> !path.endsWith("nested-too-deep"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whatTheJdkReadsIsReadTheSame(String path) throws WireException {
    String[] place = path.split("/");
    assertSameAsJdk(Frames.bytes(place[0], place[1] + ".xml"));
  }

  @Test
  void heapsOfPiecesAreReadAsTheJdkReadsThemOrRefused() throws WireException {
    Random random = new Random(20_261_128);
    for (int story = 0; story < STORIES; story++) {
      StringBuilder text = new StringBuilder("<a>");
      for (int piece = random.nextInt(12); piece > 0; piece--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      assertSameAsJdk(text.append("</a>").toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void declaredEncodingIsUsed() throws WireException {
    String text = "<?xml version=\"1.0\" encoding=\"GB2312\"?><a>云南</a>";

    assertThat(XmlTree.read(text.getBytes(Charset.forName("GBK"))).text()).isEqualTo("云南");
  }

  @Test
  void byteOrderMarkIsPassedOver() throws WireException {
    assertThat(XmlTree.read("\uFEFF<a>1</a>".getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a/>text",
        "<a",
        "<a b='",
        "<a><b</a>",
        "<1/>",
        "<a>&nbsp;</a>",
        "<a>&#x;</a>",
        "<a>&#1114112;</a>",
        "<a>&lt</a>",
        "<!-- ",
        "<a><![CDATA[ </a>",
        "<?xml version='1.0' encoding='klingon'?><a/>",
        "<?xml version='1.0' encoding=?><a/>"
      })
  void brokenDocumentIsRefusedInWords(String text) {
    byte[] document = text.getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> XmlTree.read(document))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("不是可读的 XML");
  }

  /** What the JDK refuses we may read: attributes are nobody's business here. */
  private static void assertSameAsJdk(byte[] document) throws WireException {
    String theirs;
    try {
      theirs = byJdk(document);
    } catch (XMLStreamException refused) {
      return;
    }
    if (theirs.contains("<DTD>")) {
      assertThatThrownBy(() -> XmlTree.read(document)).isInstanceOf(WireException.class);
    } else {
      assertThat(told(XmlTree.read(document)))
          .as(new String(document, StandardCharsets.UTF_8))
          .isEqualTo(theirs);
    }
  }

  private static String told(XmlTree tree) {
    StringBuilder told = new StringBuilder("(" + tree.name() + "|" + plain(tree.text()) + "|");
    tree.children().forEach(child -> told.append(told(child)));
    return told.append(')').toString();
  }

  private static String plain(String text) {
    return text.strip().replace("\r\n", "\n");
  }

  private static String byJdk(byte[] document) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLReporter((message, type, related, where) -> {});
    XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
    Deque<StringBuilder> texts = new ArrayDeque<>();
    Deque<StringBuilder> children = new ArrayDeque<>();
    Deque<String> names = new ArrayDeque<>();
    children.push(new StringBuilder());
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD -> {
          return "<DTD>";
        }
        case XMLStreamConstants.START_ELEMENT -> {
          names.push(reader.getLocalName());
          texts.push(new StringBuilder());
          children.push(new StringBuilder());
        }
        case XMLStreamConstants.CHARACTERS -> {
          if (!texts.isEmpty()) {
            texts.peek().append(reader.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          String below = children.pop().toString();
          children
              .peek()
              .append("(" + names.pop() + "|" + plain(texts.pop().toString()) + "|" + below + ")");
        }
        default -> {}
      }
    }
    return children.pop().toString();
  }
}
