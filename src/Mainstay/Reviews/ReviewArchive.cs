using Mainstay.Archive;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Reviews;

internal sealed record ArchivedReview(Guid Id, DateOnly On, string? Note, double? Coverage, int Needs, DateTime CreatedAt);

/// <summary>All reviews in an archive.</summary>
internal sealed class ReviewArchive() : ArchiveSection<ArchivedReview>("reviews")
{
    private const string Kind = "review";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Reviews.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedReview> Rows(Store store, CancellationToken stop) =>
        store.Reviews.AsNoTracking().OrderBy(r => r.Id).Select(r => new ArchivedReview(r.Id, r.On, r.Note, r.Coverage, r.Needs, r.CreatedAt)).AsAsyncEnumerable();

    protected override void Check(ArchivedReview review, ArchiveCheck check)
    {
        check.IsNew(Kind, review.Id);
        check.Holds(check.IsFirst(Kind, review.On.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), "Reviews.TwiceADay", review.On);
        check.Holds(new NewReview { Note = review.Note }.Check());
        check.Holds(review.Coverage is null or (>= 0 and <= 1) && review.Needs >= 0, "Reviews.OddCoverage");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedReview> reviews, CancellationToken stop) =>
        store.InsertMany(reviews.Select(r => new Review { Id = r.Id, On = r.On, Note = r.Note, Coverage = r.Coverage, Needs = r.Needs, CreatedAt = r.CreatedAt }), stop);
}
