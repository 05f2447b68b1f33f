using Microsoft.EntityFrameworkCore;

namespace Mainstay.Storage;

/// <summary>The one database, seen from one space. Knows no room: each room brings its own tables.</summary>
public sealed class Store(DbContextOptions<Store> options) : DbContext(options)
{
    /// <summary>The named filter that keeps one space's rows from another's eyes.</summary>
    public const string SpaceFilter = "Space";

    /// <summary>The named filter that hides what lies in the trash.</summary>
    public const string TrashFilter = "Trash";

    /// <summary>How many values one query may name; longer lists go in chunks.</summary>
    public const int MostParameters = 1_000;

    /// <summary>Whose rows are seen and written. Set once by the door, before the first query.</summary>
    public Guid SpaceId { get; set; }

    public bool IsPostgres => Database.IsNpgsql();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Stamp();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Stamp();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMoments>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Store).Assembly);
        var own = GetType().GetMethod(nameof(Own), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;
        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(IOwned))).ToList())
            own.MakeGenericMethod(type).Invoke(this, [modelBuilder]);
        modelBuilder.SortBytewise(Database.IsNpgsql());
    }

    private void Own<T>(ModelBuilder modelBuilder) where T : class, IOwned
    {
        var row = modelBuilder.Entity<T>();
        row.ToTable(typeof(T).Name);
        row.HasKey(r => new { r.SpaceId, r.Id });
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasQueryFilter(SpaceFilter, r => r.SpaceId == SpaceId);
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
                if (property.CurrentValue is string text && KeepableText.Of(text) is var kept && !ReferenceEquals(kept, text)) property.CurrentValue = kept;
        }
    }
}
