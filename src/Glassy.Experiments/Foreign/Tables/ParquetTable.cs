using System.Numerics;
using System.Text;
using Glassy.Diagnostics;
using Parquet;
using Parquet.Schema;

namespace Glassy.Foreign.Tables;

/// <summary>Parquet with flat columns of numbers and texts, as pandas, Polars and Arrow write it; other columns are left alone.</summary>
internal static class ParquetTable
{
    public static async Task<ArrayTable> OpenAsync(string path, string name, CancellationToken cancellationToken)
    {
        try
        {
            await using var reader = await ParquetReader.CreateAsync(path, cancellationToken: cancellationToken).ConfigureAwait(false);
            var fields = reader.Schema.GetDataFields();
            var columns = fields.Where(IsFlat).Select(field => new ColumnBuilder(field)).ToList();
            var rows = 0;
            for (var group = 0; group < reader.RowGroupCount; group++)
            {
                using var part = reader.OpenRowGroupReader(group);
                foreach (var column in columns)
                {
                    await column.AddAsync(part, cancellationToken).ConfigureAwait(false);
                }

                rows = checked(rows + (int)part.RowCount);
            }

            return new ArrayTable([.. columns.Select(column => column.Build())], rows)
            {
                Unread = [.. fields.Where(field => !IsFlat(field)).Select(field => field.Path.ToString().Split('/')[0])],
            };
        }
        catch (Exception exception) when (exception is not (DiagnosticException or OperationCanceledException or OutOfMemoryException))
        {
            throw Mistake(name, "is no whole Parquet file, or one that this program cannot read; write it again");
        }
    }

    /// <summary>Whether it has a number or text in each row.</summary>
    private static bool IsFlat(DataField field) => !field.IsArray && field.MaxRepetitionLevel == 0
        && (IsText(field)
        || IsBytes(field)
        || Type.GetTypeCode(field.ClrType) is TypeCode.Boolean or (>= TypeCode.SByte and <= TypeCode.Decimal));

    private static bool IsText(DataField field) => field.ClrType == typeof(ReadOnlyMemory<char>) || field.ClrType == typeof(string);

    private static bool IsBytes(DataField field) => field.ClrType == typeof(ReadOnlyMemory<byte>) || field.ClrType == typeof(byte[]);

    private static DiagnosticException Mistake(string name, string message) => new(Diagnostic.Error(message, name));

    /// <summary>Gathers the cells of a column, row group by row group.</summary>
    private sealed class ColumnBuilder(DataField field)
    {
        private readonly List<string?> _texts = [];
        private readonly List<double?> _numbers = [];

        public ArrayColumn Build() => IsText(field) || IsBytes(field)
            ? new ArrayColumn(new TableColumn(field.Name), row => _texts[row] ?? "", null)
            : new ArrayColumn(new TableColumn(field.Name), null, row => _numbers[row]);

        public Task AddAsync(ParquetRowGroupReader part, CancellationToken cancellationToken) => Type.GetTypeCode(field.ClrType) switch
        {
            _ when IsText(field) => AddTextsAsync(part, cancellationToken),
            _ when IsBytes(field) => AddBytesAsync(part, cancellationToken),
            TypeCode.Boolean => AddAsync<bool>(part, value => value ? 1 : 0, cancellationToken),
            TypeCode.SByte => AddNumbersAsync<sbyte>(part, cancellationToken),
            TypeCode.Byte => AddNumbersAsync<byte>(part, cancellationToken),
            TypeCode.Int16 => AddNumbersAsync<short>(part, cancellationToken),
            TypeCode.UInt16 => AddNumbersAsync<ushort>(part, cancellationToken),
            TypeCode.Int32 => AddNumbersAsync<int>(part, cancellationToken),
            TypeCode.UInt32 => AddNumbersAsync<uint>(part, cancellationToken),
            TypeCode.Int64 => AddNumbersAsync<long>(part, cancellationToken),
            TypeCode.UInt64 => AddNumbersAsync<ulong>(part, cancellationToken),
            TypeCode.Single => AddNumbersAsync<float>(part, cancellationToken),
            TypeCode.Double => AddNumbersAsync<double>(part, cancellationToken),
            TypeCode.Decimal => AddNumbersAsync<decimal>(part, cancellationToken),
            var other => throw new InvalidOperationException($"the column '{field.Name}' of type {other} is not flat"),
        };

        private async Task AddTextsAsync(ParquetRowGroupReader part, CancellationToken cancellationToken)
        {
            var texts = new string[part.RowCount];
            await part.ReadAsync(field, texts, cancellationToken: cancellationToken).ConfigureAwait(false);
            _texts.AddRange(texts);
        }

        private async Task AddBytesAsync(ParquetRowGroupReader part, CancellationToken cancellationToken)
        {
            var texts = new byte[part.RowCount][];
            await part.ReadAsync(field, texts, cancellationToken: cancellationToken).ConfigureAwait(false);
            _texts.AddRange(texts.Select(text => text is null ? null : Encoding.UTF8.GetString(text)));
        }

        private Task AddNumbersAsync<T>(ParquetRowGroupReader part, CancellationToken cancellationToken)
            where T : struct, INumberBase<T> => AddAsync<T>(part, double.CreateChecked, cancellationToken);

        private async Task AddAsync<T>(ParquetRowGroupReader part, Func<T, double> convert, CancellationToken cancellationToken)
            where T : struct
        {
            if (field.IsNullable)
            {
                var some = new T?[part.RowCount];
                await part.ReadAsync<T>(field, some.AsMemory(), cancellationToken: cancellationToken).ConfigureAwait(false);
                _numbers.AddRange(some.Select(value => value is { } number ? convert(number) : (double?)null));
            }
            else
            {
                var all = new T[part.RowCount];
                await part.ReadAsync<T>(field, all.AsMemory(), cancellationToken: cancellationToken).ConfigureAwait(false);
                _numbers.AddRange(all.Select(value => (double?)convert(value)));
            }
        }
    }
}
