using System.Globalization;
using Mainstay.Organizations;
using Mainstay.Words;

namespace Mainstay.Tests.Organizations;

public class AffiliationsTests
{
    private static readonly AffiliationDetails Left = new("Harvard", "Fellow", null, "1946", "1949"), Here = new("US Navy", "Rear admiral", null, "1943-12");

    [Fact]
    public void The_current_place_is_the_first_not_left()
    {
        Assert.Equal(Here, new[] { Left, Here }.Current());
        Assert.Equal(Left, new[] { Left }.Current());
        Assert.Null(Array.Empty<AffiliationDetails>().Current());
    }

    [Fact]
    public void Changing_the_current_place_leaves_the_others()
    {
        Assert.Equal([Left, Here with { Title = "Admiral" }], new[] { Left, Here }.WithCurrent(a => a with { Title = "Admiral" }));
        Assert.Equal([new("Vassar"), Left], new[] { Left }.WithCurrent(a => a with { Organization = "Vassar" }));
    }

    [Fact]
    public void The_place_that_is_named_is_changed_also_when_it_was_left()
    {
        AffiliationDetails[] both = [Here, Left];

        Assert.Equal([Here, Left with { Until = "1950" }], both.WithOneAt("harvard", a => a with { Until = "1950" }));
        Assert.Equal([Here with { Until = "1986" }, Left], both.WithOneAt(null, a => a with { Until = "1986" }));
        Assert.Equal([Here with { Organization = "Vassar" }, Left], both.WithOneAt("Vassar", a => a with { Organization = "Vassar" }));
        Assert.Equal([Left, Left with { Until = null, Title = "Visitor" }], new[] { Left, Left with { Until = null } }.WithOneAt("Harvard", a => a with { Title = "Visitor" }));
    }

    [Fact]
    public void Says_a_place_in_words()
    {
        Assert.Equal("Fellow, Harvard (1946 to 1949)", Left.InWords().InWords(CultureInfo.GetCultureInfo("en")));
        Assert.Equal("Rear admiral, US Navy (since December 1943)", Here.InWords().InWords(CultureInfo.GetCultureInfo("en")));
        Assert.Equal("Rear admiral, US Navy (seit Dezember 1943)", Here.InWords().InWords(CultureInfo.GetCultureInfo("de")));
    }
}
