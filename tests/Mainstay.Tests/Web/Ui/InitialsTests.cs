using Mainstay.People;
using Mainstay.Web.Ui;
using Mainstay.Words;

namespace Mainstay.Tests.Web.Ui;

public class InitialsTests
{
    [Theory]
    [InlineData("Grace Hopper", "GH")]
    [InlineData("grace brewster murray hopper", "GH")]
    [InlineData("Anne-Marie", "AM")]
    [InlineData("Prince", "P")]
    [InlineData("山田 花子", "山花")]
    [InlineData("محمد علي", "م")]
    [InlineData("Élodie", "É")]
    [InlineData("👩‍💻 Zoe", "Z")]
    [InlineData("+44 20 7946", "+7")]
    [InlineData("…", "·")]
    [InlineData("", "·")]
    public void Stand_for_a_face(string name, string initials) => Assert.Equal(initials, Initials.Of(name));

    [Fact]
    public void A_role_that_is_proposed_has_one_hue_in_English_and_German_and_no_other_role_has_it()
    {
        var hues = PersonWords.Roles.Select(r => (English: Initials.Hue(r.InWords(new("en"))), German: Initials.Hue(r.InWords(new("de"))))).ToList();

        Assert.All(hues, h => Assert.Equal(h.English, h.German));
        Assert.Equal(Enumerable.Range(0, 8), hues.Select(h => h.German).Order());
        Assert.Equal(Initials.Hue("friend"), Initials.Hue("Freundin"));
    }
}
