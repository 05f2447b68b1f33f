using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mainstay.Storage;

/// <summary>Which database the house stands on.</summary>
public static class Database
{
    /// <summary>The store on this database. What it is made of is asked for only when it is opened.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, Settings settings, Func<Settings, IModel> model)
    {
        services.AddSingleton(settings);
        services.AddDbContext<Store>(options => options.On(settings).UseModel(model(settings)), optionsLifetime: ServiceLifetime.Singleton);
        return services;
    }

    public static DbContextOptionsBuilder On(this DbContextOptionsBuilder options, Settings settings) =>
        (settings.Database is { } server ? options.UseNpgsql(server) : options.OnSqlite(Connection(settings.SqliteFile)))
            .AddInterceptors(new CatchUpBeforeCommit())
            // Migrations are written by hand; MigrationTests compares them with the model.
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));

    public static string Connection(string file) => new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString();

    private static DbContextOptionsBuilder OnSqlite(this DbContextOptionsBuilder options, string connection) => options
        // A list is one JSON text: with a parameter for each of its values the SQL would be written anew each time.
        .UseSqlite(connection, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .ReplaceService<IRelationalTypeMappingSource, GuidBlobs>()
        .AddInterceptors(new SqliteTuning());
}
