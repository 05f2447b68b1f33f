namespace Mainstay.Formats.Tests;

public sealed class VCardTests
{
    private static VCard Ada => Cards.Card("VERSION:3.0", "PRODID:x", "FN:Ada", "N:;Ada;;;", "item1.EMAIL;type=pref:ada@example.com", "item1.X-ABLabel:_$!<HomePage>!$_", "X-UNKNOWN;A=b:1", "TEL:1", "TEL;TYPE=PREF:2", "item2.URL:u", "ITEM2.X-ABLABEL:Blog", "NOTE:n");

    [Fact]
    public void Finds_by_name_without_case() => Assert.Equal(("Ada", "1"), (Ada.Text("fn"), Ada.First("tel")!.Text));

    [Fact]
    public void Prefers_what_is_preferred() => Assert.Equal("2", Ada.Preferred("TEL")!.Text);

    [Fact]
    public void Joins_labels_by_group_and_unwraps_them()
    {
        var ada = Ada;
        Assert.Equal(("HomePage", "Blog", null), (ada.LabelOf(ada.First("EMAIL")!), ada.LabelOf(ada.First("URL")!), ada.LabelOf(ada.First("TEL")!)));
    }

    [Fact]
    public void Setting_one_property_leaves_everything_else_in_place()
    {
        var ada = Ada;
        ada.Set(new("fn", "Ada Lovelace"));
        Assert.Equal(Lines(Ada).Select(line => line == "FN:Ada" ? "fn:Ada Lovelace" : line), Lines(ada));
    }

    [Fact]
    public void Setting_takes_the_place_of_all_of_that_name()
    {
        var ada = Ada;
        ada.Set(new("TEL", "3"));
        Assert.Equal(["TEL:3"], ada.All("TEL").Select(property => property.ToString()));
        ada.Set(new("TITLE", "Countess"));
        Assert.Equal("TITLE:Countess", Lines(ada)[^1]);
    }

    [Fact]
    public void Adding_puts_it_behind_its_like()
    {
        var ada = Ada;
        ada.Add(new("TEL", "3"));
        Assert.Equal(["TEL:1", "TEL;TYPE=PREF:2", "TEL:3", "item2.URL:u"], Lines(ada).Skip(7).Take(4));
    }

    [Fact]
    public void Removing_takes_the_label_along()
    {
        var ada = Ada;
        Assert.True(ada.Remove(ada.First("EMAIL")!));
        Assert.False(ada.Remove(Ada.First("URL")!));
        Assert.Equal(Lines(Ada).Where(line => !line.StartsWith("item1", StringComparison.Ordinal)), Lines(ada));
        Assert.Equal(2, ada.RemoveAll("TEL"));
    }

    [Fact]
    public void Replacing_keeps_the_place()
    {
        var ada = Ada;
        Assert.True(ada.Replace(ada.Preferred("TEL")!, new("TEL", "9")));
        Assert.Equal(["TEL:1", "TEL:9"], ada.All("TEL").Select(property => property.ToString()));
    }

    [Fact]
    public void A_copy_is_its_own()
    {
        var ada = Ada;
        ada.Copy().RemoveAll("TEL");
        Assert.Equal(2, ada.All("TEL").Count());
    }

    private static List<string> Lines(VCard card) => [.. card.Properties.Select(property => property.ToString())];
}
