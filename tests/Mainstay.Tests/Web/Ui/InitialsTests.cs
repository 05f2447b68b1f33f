using Mainstay.Web.Ui;

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
}
