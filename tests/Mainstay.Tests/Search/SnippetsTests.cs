using Mainstay.Search;

namespace Mainstay.Tests.Search;

public class SnippetsTests
{
    private static readonly SearchField Notes = new(13, "notes", 1.5, 60);

    [Fact]
    public void Marks_what_was_looked_for()
    {
        var snippet = Quote("Met Zoë over coffee", "zoe", "coffee");

        Assert.Equal("Met Zoë over coffee", snippet.Text);
        Assert.Equal(["Zoë", "coffee"], Marked(snippet));
    }

    [Fact]
    public void Marks_letters_of_a_script_without_spaces_as_one()
    {
        Assert.Equal(["東京大学"], Marked(Quote("昨日は東京大学で会った", "東京", "京大", "大学")));
    }

    [Fact]
    public void Cuts_a_long_text_around_the_first_mark()
    {
        var text = string.Concat(Enumerable.Repeat("lorem ipsum ", 40)) + "\nneedle\tin " + string.Concat(Enumerable.Repeat("dolor sit ", 40));

        var snippet = Quote(text, "needle");

        Assert.StartsWith("…", snippet.Text, StringComparison.Ordinal);
        Assert.EndsWith("…", snippet.Text, StringComparison.Ordinal);
        Assert.InRange(snippet.Text.Length, 80, 162);
        Assert.Equal(["needle"], Marked(snippet));
        Assert.DoesNotContain('\n', snippet.Text);
    }

    [Fact]
    public void Never_cuts_through_a_letter()
    {
        var snippet = Quote(string.Concat(Enumerable.Repeat("😀", 61)) + " needle " + string.Concat(Enumerable.Repeat("😀", 200)), "needle");

        Assert.Equal(snippet.Text, new string([.. snippet.Text.EnumerateRunes().SelectMany(r => r.ToString())]));
        Assert.Equal(["needle"], Marked(snippet));
    }

    private static Snippet Quote(string text, params string[] words)
    {
        var asked = words.Select(w => new AskedWord(w, [])).ToList();
        foreach (var word in asked) word.Answering.Add(new(word.Text, 1, []));
        return Snippets.Of(new(Guid.Empty, Notes, text), new WantedWords(asked));
    }

    private static IEnumerable<string> Marked(Snippet snippet) => snippet.Marks.Select(m => snippet.Text.Substring(m.Start, m.Length));
}
