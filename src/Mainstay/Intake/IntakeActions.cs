using System.Text.Json;
using Mainstay.Organizations;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mainstay.Intake;

public static class IntakeActions
{
    private const int AtOnce = 500, SqliteBusy = 5;

    /// <summary>What an import of these would do. Writes nothing.</summary>
    public static async Task<ImportReport> Preview(this Store store, IReadOnlyList<Reading> readings, ImportWishes wishes, CancellationToken stop)
    {
        var run = await Begin(store, wishes, Guid.Empty, true, stop);
        return new(null, await run.Read(readings, stop));
    }

    /// <summary>Brings in what the files tell, all of it or, when anything stops it, nothing. A second import at the same time waits for the first.</summary>
    public static Task<ImportReport> Import(this Store store, IReadOnlyList<Reading> readings, ImportWishes wishes, CancellationToken stop) => store.Patiently(async () =>
    {
        var id = wishes.Id;
        var organizations = await store.Organizations.Select(o => o.Id).ToHashSetAsync(stop);
        var run = await Begin(store, wishes, id, false, stop);
        var files = await run.Read(readings, stop);
        await run.Touches.Write(stop);
        store.Add(Row(id, files, readings, wishes));
        await store.SaveChangesAsync(stop);
        var made = (await store.Organizations.Select(o => new { o.Id, o.SortKey }).ToListAsync(stop)).Where(o => !organizations.Contains(o.Id));
        await store.InsertMany([.. run.People.Changes.Values, .. run.Touches.Changes, .. made.Select(o => new ImportChange { ImportId = id, Kind = ChangeKind.OrganizationAdded, Subject = o.Id, After = Said.Fingerprint(o.SortKey) })], stop);
        return new ImportReport(id, files);
    }, stop);

    /// <summary>Does it in the open transaction, else in one of its own, for which it waits as long as another import takes.</summary>
    internal static async Task<T> Patiently<T>(this Store store, Func<Task<T>> work, CancellationToken stop)
    {
        if (store.Database.CurrentTransaction is not null) return await work();
        await using var writing = await store.WaitForOthers(stop);
        var done = await work();
        await writing.CommitAsync(stop);
        return done;
    }

    /// <summary>A large import may take longer than SQLite is patient.</summary>
    private static async Task<IDbContextTransaction> WaitForOthers(this Store store, CancellationToken stop)
    {
        for (var patience = 20; ; patience--)
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                return await store.WriteAlone(stop);
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode == SqliteBusy && patience > 0)
            {
                // It has waited its time out; the other one is still at it.
            }
        }
    }

    private static async Task<Run> Begin(Store store, ImportWishes wishes, Guid id, bool isPreview, CancellationToken stop)
    {
        var known = await store.KnownPeople(stop);
        var people = new ArrivalActions(store, known, wishes, id, isPreview);
        var touches = new ArrivingTouchActions(store, known, people, wishes, id);
        await touches.LoadKnown(stop);
        return new(known, people, touches, wishes);
    }

    internal static Import Row(Guid id, IReadOnlyList<FileReport> files, IReadOnlyList<Reading> readings, ImportWishes wishes) => new()
    {
        Id = id,
        At = wishes.Clock.GetUtcNow().UtcDateTime,
        Files = string.Join(", ", readings.Select(r => r.File).Distinct()),
        Added = files.Sum(f => f.Added),
        Updated = files.Sum(f => f.Updated),
        Unchanged = files.Sum(f => f.Unchanged),
        Skipped = files.Sum(f => f.Skipped),
        Report = JsonSerializer.Serialize(ReportInWords.ForPages(id, files), Json.OneLine),
    };

    /// <summary>One pass over the files: first all people, then the touches with them.</summary>
    private sealed record Run(KnownPeople Known, ArrivalActions People, ArrivingTouchActions Touches, ImportWishes Wishes)
    {
        public async Task<IReadOnlyList<FileReport>> Read(IReadOnlyList<Reading> readings, CancellationToken stop)
        {
            var reports = readings.Select(r => new FileReport(r.File, r.Format) { HasTouches = r.HasTouches }).ToList();
            var context = new ReadingContext
            {
                WithText = Wishes.WithText,
                Today = Wishes.Today,
                Zone = Wishes.Zone,
                OwnProfiles = readings.SelectMany(r => r.OwnProfiles()).ToHashSet(),
                IsSomebodyElse = profile => Known.Find("linkedin", Said.Identity(profile)) is not null,
                NameInCard = NamesInCards(readings),
            };
            foreach (var (reading, report) in readings.Zip(reports).OrderBy(r => r.First.HasTouches)) await ReadOne(reading, report, context, stop);
            await People.Relate(stop);
            return reports;
        }

        /// <summary>Whichever file comes first: what the others are called is looked for when somebody is related to one of them.</summary>
        private Func<string, string?> NamesInCards(IReadOnlyList<Reading> readings)
        {
            var files = readings.Where(r => r.Cards is not null).Select(r => new Lazy<IReadOnlyDictionary<string, string>>(r.Cards!)).ToList();
            if (files.Count < 2) files.Clear(); // a file knows its own
            return identity => files.Select(f => f.Value.GetValueOrDefault(identity)).FirstOrDefault(n => n is not null)
                ?? (Known.Here(VCardSource.Source, identity) is { } person ? Known.NameOf(person) : null);
        }

        private async Task ReadOne(Reading reading, FileReport report, ReadingContext context, CancellationToken stop)
        {
            foreach (var some in reading.Rows(context).Chunk(AtOnce))
            {
                stop.ThrowIfCancellationRequested();
                foreach (var row in some) Count(row, report);
                if (report.Rows > Wishes.MostRows) throw new TooLarge("Intake.TooManyRows", reading.File, Wishes.MostRows);
                await People.Take([.. some.OfType<IncomingPerson>().Select(p => Arrival.Of(reading.Source, p, report))], stop);
                await Touches.Take(reading.Source, [.. some.OfType<IncomingTouch>().Select(t => (t, report))], stop);
                Wishes.Progress?.Invoke(reading.File, report.Rows);
            }
        }

        private static void Count(Incoming row, FileReport report)
        {
            if (row is not (Remark or Unlisted)) report.Rows += row.Rows;
            if (row is Unlisted more) report.Say(more);
            else if (row is Remark remark) report.Say(row.Row, remark.What, row.Column);
            else if (row is Unusable unusable) report.Skip(row, unusable.Why, unusable.IsEnd);
            else if (row is Known) report.Unchanged += row.Rows;
        }
    }
}
