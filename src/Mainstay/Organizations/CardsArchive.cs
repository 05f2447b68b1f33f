using Mainstay.Archive;
using Mainstay.Formats;
using Mainstay.People;
using Mainstay.Storage;

namespace Mainstay.Organizations;

/// <summary>Everybody as vCards. Where a client's own card is kept, it is that card with our changes, so that nothing it holds is lost.</summary>
internal sealed class CardsArchive : IExportFormat
{
    public string Name => "vcard";

    public IReadOnlyList<string> Versions => ["4.0", "3.0"];

    public async Task<long> Write(Store store, Stream output, string? version, CancellationToken stop)
    {
        var wanted = version == "3.0" ? VCardVersion.V30 : VCardVersion.V40;
        var count = 0L;
        var (identities, names) = (await store.CardIdentities(stop), await store.NamesByCard(stop));
        await foreach (var person in store.EverybodyToExport(true, stop))
        {
            using var text = new MemoryStream();
            VCardWriter.Write(text, Card(person, id => identities.GetValueOrDefault(id), identity => names.GetValueOrDefault(PersonVCard.Bare(identity)), wanted));
            text.Position = 0;
            await text.CopyToAsync(output, stop);
            count++;
        }
        await output.FlushAsync(stop);
        return count;
    }

    private static VCard Card(ExportedPerson person, Func<Guid, string?> identityOf, Func<string, string?> nameOf, VCardVersion version)
    {
        var original = person.Card is null ? null : VCardReader.Read(person.Card).Select(r => r.Card).FirstOrDefault(c => c is not null);
        var card = original is null ? PersonVCard.Write(person.Details, "urn:uuid:" + person.Id, version) : PersonVCard.Patch(original, person.Details, identityOf, nameOf);
        AffiliationVCard.Patch(card, person.Affiliations);
        if (card.First("UID") is null) card.Add(new("UID", "urn:uuid:" + person.Id));
        return card.To(version);
    }
}
