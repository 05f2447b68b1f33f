#pragma warning disable EF1001 // the only way to make the model and a typeless migration column agree on BLOB
using System.Data.Common;
using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.Json;

namespace Mainstay.Storage;

/// <summary>On SQLite an id is a 16-byte big-endian BLOB: half the size of text, and version 7 ids sort by their time.</summary>
internal sealed class GuidBlobs(TypeMappingSourceDependencies dependencies, RelationalTypeMappingSourceDependencies relational)
    : SqliteTypeMappingSource(dependencies, relational)
{
    private static readonly GuidBlob Blob = new();

    protected override RelationalTypeMapping? FindMapping(in RelationalTypeMappingInfo mappingInfo) =>
        mappingInfo.ClrType == typeof(Guid) ? Blob : base.FindMapping(mappingInfo);

    // A byte array, so that SQL reads lists of ids, which come as one JSON text, with unhex().
    private sealed class GuidBlob : ByteArrayTypeMapping
    {
        public GuidBlob() : base(new RelationalTypeMappingParameters(
            new CoreTypeMappingParameters(typeof(Guid), new Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<Guid, byte[]>(
                id => id.ToByteArray(true), bytes => new Guid(bytes, true)), jsonValueReaderWriter: HexIds.Instance), "BLOB", StoreTypePostfix.None, System.Data.DbType.Binary))
        { }

        private GuidBlob(RelationalTypeMappingParameters parameters) : base(parameters) { }

        protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) => new GuidBlob(parameters);

        protected override void ConfigureParameter(DbParameter parameter) => ((SqliteParameter)parameter).SqliteType = SqliteType.Blob;

        protected override string GenerateNonNullSqlLiteral(object value) => $"X'{Convert.ToHexString((byte[])value)}'";
    }

    /// <summary>An id in JSON, as SQLite's unhex() reads it.</summary>
    public sealed class HexIds : JsonValueReaderWriter<Guid>
    {
        public static HexIds Instance { get; } = new();

        public override Expression ConstructorExpression => Expression.Property(null, typeof(HexIds), nameof(Instance));

        public override Guid FromJsonTyped(ref Utf8JsonReaderManager manager, object? existingObject = null) => new(Convert.FromHexString(manager.CurrentReader.GetString()!), true);

        public override void ToJsonTyped(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(Convert.ToHexString(value.ToByteArray(true)));
    }
}
