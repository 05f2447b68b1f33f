using Mainstay.Formats;
using Mainstay.Organizations;
using Mainstay.People;

namespace Mainstay.Tests.Organizations;

public class AffiliationVCardTests
{
    [Theory]
    [InlineData("ORG:US Navy;Computing;Flow\nTITLE:Rear Admiral", "US Navy", "Rear Admiral", "Computing, Flow")]
    [InlineData("TITLE:Rear Admiral\nORG:US Navy", "US Navy", "Rear Admiral", null)]
    [InlineData("ORG:US Navy;\nROLE:Admiral", "US Navy", "Admiral", null)]
    [InlineData("TITLE:Writer", null, "Writer", null)]
    public void Organization_title_and_role_are_one_place(string lines, string? organization, string? title, string? department) =>
        Assert.Equal([new AffiliationDetails(organization, title, department)], AffiliationVCard.Read(Card(lines)));

    [Fact]
    public void Several_places_are_written_and_read_again()
    {
        AffiliationDetails[] places = [new(null, "Advisor"), new("Acme; Sons", "CEO", "Board", "2019", "2024-05"), new("Yale")];
        var card = PersonVCard.Write(new() { Name = "Grace" }, "u");

        AffiliationVCard.Patch(card, places);

        Assert.Equal(places, AffiliationVCard.Read(VCardReader.Read(VCardWriter.Text(card))[0].Card!));
    }

    [Fact]
    public void A_card_that_says_it_already_stays_as_it_is()
    {
        var card = Card("item1.ORG;X-ODD=1:US Navy;\nTITLE:Rear Admiral");
        var before = VCardWriter.Text(card);

        AffiliationVCard.Patch(card, AffiliationVCard.Read(card));

        Assert.Equal(before, VCardWriter.Text(card));
    }

    private static VCard Card(string lines) => VCardReader.Read($"BEGIN:VCARD\nVERSION:3.0\nFN:Grace\n{lines}\nEND:VCARD\n")[0].Card!;
}
