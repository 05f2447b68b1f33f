using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Tests.Words;

public class KnownRolesTests
{
    [Fact]
    public void Every_role_that_forms_propose_means_the_same_in_both_languages() =>
        Assert.All(PersonWords.Roles, r => Assert.Equal(r.InWords(new("en")), KnownRoles.Meant(r.InWords(new("de")))));

    [Theory]
    [InlineData("mentor", "mentor")]
    [InlineData(" Mentorin ", "mentor")]
    [InlineData("FÖRDERIN", "sponsor")]
    [InlineData("adviser", "advisor")]
    [InlineData("Klempner", "klempner")]
    public void A_role_is_known_by_its_other_names_and_any_other_is_itself(string role, string meant) => Assert.Equal(meant, KnownRoles.Meant(role));
}
