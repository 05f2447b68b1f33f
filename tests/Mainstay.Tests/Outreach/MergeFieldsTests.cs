using FsCheck.Fluent;
using Mainstay.Outreach;

namespace Mainstay.Tests.Outreach;

public class MergeFieldsTests
{
    private static readonly Dictionary<MergeField, string> Facts = new() { [MergeField.FirstName] = "Mary", [MergeField.Organization] = "NASA {Langley}", [MergeField.Me] = "Ada" };

    [Theory]
    [InlineData("Dear {first name},", "Dear Mary,")]
    [InlineData("Hallo {Vorname} von {Organisation}", "Hallo Mary von NASA {Langley}")]
    [InlineData("{FIRST  NAME}{my name}", "MaryAda")]
    [InlineData("About {topic}, {first name}", "About {topic}, Mary")]
    [InlineData("{ a } {} {{first name}} {first\nname}", "{ a } {} {Mary} {first\nname}")]
    [InlineData("{if (x > 1)} {first name", "{if (x > 1)} {first name")]
    [InlineData("", "")]
    public void Fills_what_is_known_and_leaves_all_else_as_it_is(string text, string filled) => Assert.Equal(filled, MergeFields.Fill(text, Facts));

    [Fact]
    public void Names_each_place_that_is_left_once() =>
        Assert.Equal(["{topic}", "{how we met}"], MergeFields.Gaps("{topic} and {how we met}, {topic}; {1} {} {x\ny} {a very long text that nobody would take for a field at all}"));

    [Fact]
    public void What_is_filled_in_is_not_read_again() =>
        Assert.Equal("{my name}", MergeFields.Fill("{name}", new Dictionary<MergeField, string> { [MergeField.Name] = "{my name}", [MergeField.Me] = "Ada" }));

    [Fact]
    public void A_text_without_braces_stays_as_it_is() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll<string>(text =>
        {
            var plain = (text ?? "").Replace("{", "", StringComparison.Ordinal);
            return MergeFields.Fill(plain, Facts) == plain && MergeFields.Gaps(plain).Count == 0;
        }));

    [Fact]
    public void A_hundred_thousand_braces_take_no_time_to_speak_of() => Assert.Empty(MergeFields.Gaps(new string('{', 100_000)));

    [Fact]
    public void Every_beginning_that_is_there_from_the_start_can_be_filled_wholly_in_both_languages()
    {
        var all = Enum.GetValues<MergeField>().ToDictionary(f => f, _ => "x");
        foreach (var language in (string[])["en", "de"])
        {
            System.Globalization.CultureInfo.CurrentUICulture = new(language);
            Assert.All(Opening.FromTheStart, b => Assert.Empty(MergeFields.Gaps(MergeFields.Fill(b.Subject + b.Text, all))));
        }
    }
}
