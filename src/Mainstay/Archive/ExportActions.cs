using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Archive;

/// <summary>What is taken away.</summary>
/// <param name="Format"><c>json</c> for everything, or what a room writes for other programs.</param>
/// <param name="Version">Of the format; the usual one when null.</param>
public sealed record Export(string Format, string? Version = null)
{
    public const string Whole = "json";
}

public static class ExportActions
{
    /// <summary>Writes it, as everything is at one moment; the answer says how much it was.</summary>
    public static async Task<Reason> Write(this Store store, Export wanted, Stream output, IServiceProvider services, CancellationToken stop)
    {
        if (wanted.Format == Export.Whole)
        {
            var contents = await store.WriteArchive(services.GetServices<IArchiveSection>(), output, services.GetRequiredService<TimeProvider>(), stop);
            return new("Archive.ExportedAll", contents["people"], contents["touches"]);
        }
        var format = services.GetServices<IExportFormat>().FirstOrDefault(f => f.Name == wanted.Format) ?? throw new NotFound("Archive.NoSuchFormat", wanted.Format);
        await using var moment = await store.ReadAtOneMoment(stop);
        return new("Archive.Exported", await format.Write(store, output, wanted.Version, stop));
    }
}
