using System.Text;
using Mainstay.Archive;
using Mainstay.Formats;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Tests.Archive;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Organizations;

public class CardsArchiveTests
{
    [Theory, OnBoth]
    public async Task The_clients_own_card_keeps_what_we_have_no_place_for(Engine engine)
    {
        await using var ada = await TestHouse.Build(engine);
        await FullHouse.Fill(ada);

        var grace = (await Cards(ada, "3.0")).Single(c => c.Text("FN") == "Grace Hopper");

        Assert.Equal("coffee", grace.Text("X-BREW"));
        Assert.Equal("strong", grace.First("X-BREW")!.Parameter("X-STRENGTH"));
        Assert.Equal("grace-1906", grace.Text("UID"));
        Assert.Equal("1 555 0199", grace.Text("TEL")!.TrimStart('+'));
    }

    [Theory]
    [InlineData("3.0")]
    [InlineData("4.0")]
    public async Task What_is_read_back_is_the_person(string version)
    {
        await using var ada = await TestHouse.Build(Engine.Sqlite);
        var (grace, _, _) = await FullHouse.Fill(ada);
        var details = await ada.Again().DetailsOf(grace.Id, TestContext.Current.CancellationToken);

        var card = (await Cards(ada, version)).Single(c => c.Text("FN") == "Grace Hopper");

        var read = PersonVCard.Read(card).Details;
        Assert.Equal(details.Emails, read.Emails);
        Assert.Equal(details.Dates, read.Dates);
        Assert.Equal(details.Labels, read.Labels);
        Assert.Equal(details.Notes, read.Notes);
        Assert.Equal(details.Photo!.Bytes, read.Photo!.Bytes);
        Assert.StartsWith("Ḱatherine", read.MetThroughName, StringComparison.Ordinal);
        Assert.Equal(["US Navy", "Yale; \"math\", ☕", null], AffiliationVCard.Read(card).Select(a => a.Organization));
    }

    [Fact]
    public async Task Those_in_the_trash_stay_there_and_everybody_has_an_identity_that_stays()
    {
        await using var ada = await TestHouse.Build(Engine.Sqlite);
        var (_, katherine, _) = await FullHouse.Fill(ada);

        var cards = await Cards(ada, "4.0");

        Assert.Equal(2, cards.Count);
        Assert.Contains("urn:uuid:" + katherine.Id, cards.Select(c => c.Text("UID")));
        Assert.Equal(cards.Select(VCardWriter.Text), (await Cards(ada, "4.0")).Select(VCardWriter.Text));
    }

    private static async Task<List<VCard>> Cards(TestHouse house, string version)
    {
        using var text = new MemoryStream();
        await house.Services.GetServices<IExportFormat>().Single(f => f.Name == "vcard").Write(house.Again(), text, version, TestContext.Current.CancellationToken);
        return [.. VCardReader.Read(Encoding.UTF8.GetString(text.ToArray())).Select(r => r.Card!)];
    }
}
