using Microsoft.EntityFrameworkCore;

namespace Mainstay.Storage;

/// <summary>The one database, seen from one space. Knows no room: each room brings its own tables.</summary>
/// <param name="options">Which database.</param>
/// <param name="followers">What is derived from the rows, and kept in step with them.</param>
public sealed class Store(DbContextOptions<Store> options, IEnumerable<IFollowRows>? followers = null) : DbContext(options)
{
    private readonly IFollowRows[] followers = [.. followers ?? []];

    /// <summary>The named filter that keeps one space's rows from another's eyes.</summary>
    public const string SpaceFilter = "Space";

    /// <summary>The named filter that hides what lies in the trash.</summary>
    public const string TrashFilter = "Trash";

    /// <summary>The named filter that hides what is its owner's alone from who was let into the space.</summary>
    public const string PrivateFilter = "Private";

    /// <summary>How many values one query may name; longer lists go in chunks.</summary>
    public const int MostParameters = 1_000;

    /// <summary>Whose rows are seen and written. Set once by the door, before the first query.</summary>
    public Guid SpaceId { get; set; }

    /// <summary>Whether what is its owner's alone is seen: always, but where somebody looks who was let in by them.</summary>
    public bool ShowsPrivate { get; set; } = true;

    /// <summary>Something was overwritten in a transaction that was still open: its journal is still to be emptied.</summary>
    internal bool OwesJournal { get; set; }

    public bool IsPostgres => Database.IsNpgsql();

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Rows are saved by SaveChangesAsync: what follows them reads the database.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Stamp();
        await TellFollowers(cancellationToken);
        if (Database.CurrentTransaction is not null || !IsBehind) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await using var writing = await Database.BeginTransactionAsync(cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await writing.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>The one follower of this kind; null in a store that stands alone.</summary>
    public T? Follower<T>() where T : class, IFollowRows => followers.OfType<T>().FirstOrDefault();

    internal bool IsBehind => Array.Exists(followers, f => f.IsBehind);

    /// <summary>Tells the followers of a row that was written without the change tracker.</summary>
    internal void Tell(IOwned row)
    {
        foreach (var follower in followers) follower.Hear(row);
    }

    /// <summary>Tells the followers whose rows were written by an SQL statement.</summary>
    internal void TellOf(IReadOnlyCollection<Guid> people)
    {
        foreach (var follower in followers) follower.HearOf(people);
    }

    /// <summary>What follows the rows catches up: in the open transaction, else in one of its own.</summary>
    internal async Task CatchUp(CancellationToken stop)
    {
        if (!IsBehind) return;
        if (Database.CurrentTransaction is null)
        {
            await using var writing = await Database.BeginTransactionAsync(stop);
            await writing.CommitAsync(stop); // committing is what makes them catch up
            return;
        }
        foreach (var follower in followers.Where(f => f.IsBehind)) await follower.CatchUp(this, stop);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMoments>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Store).Assembly);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(IOwned))).ToList())
        {
            var row = modelBuilder.Entity(type);
            row.ToTable(type.Name);
            row.HasKey(nameof(IOwned.SpaceId), nameof(IOwned.Id));
            row.Property(nameof(IOwned.Id)).ValueGeneratedNever();
        }
        Sight.Limit(modelBuilder, this);
        modelBuilder.SortBytewise(Database.IsNpgsql());
    }

    private async Task TellFollowers(CancellationToken stop)
    {
        if (followers.Length == 0) return;
        var entries = ChangeTracker.Entries<IOwned>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var changed = entries.Where(e => e.State != EntityState.Added).SelectMany(e => (IOwned[])[(IOwned)e.OriginalValues.ToObject(), e.Entity]).ToList();
        foreach (var row in entries.Where(e => e.State == EntityState.Added).Select(e => e.Entity).Concat(changed)) Tell(row);
        if (changed.Count == 0) return;
        foreach (var follower in followers) await follower.HearBefore(this, changed, stop);
    }

    private void Stamp()
    {
        foreach (var entry in ChangeTracker.Entries<IOwned>())
        {
            if (entry.State == EntityState.Added && entry.Entity.SpaceId == Guid.Empty) entry.Entity.SpaceId = SpaceId;
            if (entry.State != EntityState.Unchanged && entry.Entity.SpaceId != SpaceId)
                throw new InvalidOperationException($"A {entry.Metadata.ShortName()} of another space was about to be written.");
            if (entry.State is not (EntityState.Added or EntityState.Modified)) continue;
            foreach (var property in entry.Properties)
                if (property.CurrentValue is string text && KeepableText.Of(property.Metadata, text) is var kept && !ReferenceEquals(kept, text)) property.CurrentValue = kept;
        }
    }
}
