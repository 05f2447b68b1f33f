using Mainstay.Web;

namespace Mainstay.Tests.Web;

public class ProseTests
{
    [Theory]
    [InlineData("**bold**", "<p><strong>bold</strong></p>")]
    [InlineData("[a](https://example.org)", "<p><a href=\"https://example.org\" rel=\"noreferrer noopener nofollow\">a</a></p>")]
    [InlineData("<https://example.org>", "<p><a href=\"https://example.org\" rel=\"noreferrer noopener nofollow\">https://example.org</a></p>")]
    [InlineData("https://example.org/a", "<p><a href=\"https://example.org/a\" rel=\"noreferrer noopener nofollow\">https://example.org/a</a></p>")]
    [InlineData("[a](mailto:ada@example.org)", "<p><a href=\"mailto:ada@example.org\">a</a></p>")]
    [InlineData("[a](javascript:alert(1))", "<p><a href=\"\">a</a></p>")]
    [InlineData("[a](JAVASCRIPT:alert(1))", "<p><a href=\"\">a</a></p>")]
    [InlineData("[a](data:text/html,x)", "<p><a href=\"\">a</a></p>")]
    [InlineData("![face](https://tracker.example/x.png)", "<p><a href=\"https://tracker.example/x.png\" rel=\"noreferrer noopener nofollow\">face</a></p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("<a onclick=x>y</a>", "<p>&lt;a onclick=x&gt;y&lt;/a&gt;</p>")]
    public void Notes_can_do_no_harm(string markdown, string html) => Assert.Equal(html, Prose.Html(markdown).Value.Trim());
}
