FROM python:3.12-slim
WORKDIR /app
COPY pyproject.toml pinned.txt README.md LICENSE ./
COPY api api
COPY data data
COPY graph graph
COPY ingest ingest
COPY queries queries
COPY src src
RUN pip install --no-cache-dir --no-deps --only-binary :all: --require-hashes --requirement pinned.txt && \
    pip install --no-cache-dir . && useradd --create-home netgov
USER netgov
WORKDIR /home/netgov
EXPOSE 8000
CMD ["netgov", "serve", "--host", "0.0.0.0", "--port", "8000"]
